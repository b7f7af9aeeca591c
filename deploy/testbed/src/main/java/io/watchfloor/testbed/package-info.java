/** The running system and its clients, for the tests that use it from outside. */
package io.watchfloor.testbed;
