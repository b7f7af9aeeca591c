/**
 * The gateway: takes reports in, keeps the picture in memory and shows it to every console, and hands decisions to the
 * duty desk.
 *
 * <p>Start at {@link io.watchfloor.gateway.MainVerticle}: everything is made and connected there. All routes are in
 * {@link io.watchfloor.gateway.web.Routes}.
 */
package io.watchfloor.gateway;
