/** What the gateway measures about itself. */
package io.watchfloor.gateway.metrics;
