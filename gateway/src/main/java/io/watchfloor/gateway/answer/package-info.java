/** What a client is told: JSON, or a problem in one fixed shape. */
package io.watchfloor.gateway.answer;
