/** What was found: a line per fault, as text and as a page. */
package io.watchfloor.faults.report;
