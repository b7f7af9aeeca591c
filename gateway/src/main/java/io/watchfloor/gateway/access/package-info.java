/** The one place every request passes before anything else looks at it. */
package io.watchfloor.gateway.access;
