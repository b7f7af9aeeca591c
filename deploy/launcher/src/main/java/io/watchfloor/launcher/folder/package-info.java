/** The data folder: what lies where, who may use it, and its secrets. */
package io.watchfloor.launcher.folder;
