/** Which processes the system is made of, how each is started, and what each is told. */
package io.watchfloor.launcher.parts;
