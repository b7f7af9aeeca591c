/** The one command: what it refuses, what it leaves behind, how long it takes. */
package io.watchfloor.acceptance.launcher;
