/** Starting the parts in order, starting again what dies, stopping all in the opposite order. */
package io.watchfloor.launcher.supervise;
