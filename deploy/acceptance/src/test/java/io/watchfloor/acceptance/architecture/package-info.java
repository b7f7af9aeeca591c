/** How the code may be put together: arrows between modules, words, documentation. */
package io.watchfloor.acceptance.architecture;
