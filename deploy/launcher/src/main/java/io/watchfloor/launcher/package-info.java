/** One command starts and supervises every process; start at {@link io.watchfloor.launcher.LauncherMain}. */
package io.watchfloor.launcher;
