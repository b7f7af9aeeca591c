/** Sends what a scenario brings to the gateway, each report once however often it must be tried. */
package io.watchfloor.drill.feed;
