/** The simulated feed as a process: callers, responders and a colleague at the desk, all through the gateway's API. */
package io.watchfloor.drill;
