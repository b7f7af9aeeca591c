/** How each fault is made on one Linux machine. */
package io.watchfloor.faults.inject;
