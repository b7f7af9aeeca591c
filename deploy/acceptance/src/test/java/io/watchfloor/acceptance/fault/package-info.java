/** What must survive when parts are killed under load. */
package io.watchfloor.acceptance.fault;
