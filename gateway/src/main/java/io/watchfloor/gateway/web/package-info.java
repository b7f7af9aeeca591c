/** HTTP: one handler per resource, all routes in {@link io.watchfloor.gateway.web.Routes}. */
package io.watchfloor.gateway.web;
