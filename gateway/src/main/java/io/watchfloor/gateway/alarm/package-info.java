/** Says within seconds what is wrong with the system itself: on the console, in figures, in the log. */
package io.watchfloor.gateway.alarm;
