/** What a duty officer and a responder live through, in real browsers on the running system. */
package io.watchfloor.acceptance.journey;
