/** The district as the gateway serves it, and how one gets around in it. */
package io.watchfloor.drill.town;
