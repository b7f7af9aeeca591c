/** What is asked for: the command line, the environment, and the sentence when it cannot be done. */
package io.watchfloor.launcher.settings;
