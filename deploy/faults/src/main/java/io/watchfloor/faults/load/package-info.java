/** A feed that sends until it is acknowledged, a console that watches, and what both saw at the end. */
package io.watchfloor.faults.load;
