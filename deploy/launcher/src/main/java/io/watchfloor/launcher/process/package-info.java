/** One child process: starting it, keeping what it says, finding it again after a crash of ours. */
package io.watchfloor.launcher.process;
