/** Breaks the running system in named ways, waits until it has recovered, and says what was lost: nothing may be. */
package io.watchfloor.faults;
