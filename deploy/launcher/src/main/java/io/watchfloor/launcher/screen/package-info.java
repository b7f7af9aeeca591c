/** What the person at the terminal sees while the system starts and when a part dies. */
package io.watchfloor.launcher.screen;
