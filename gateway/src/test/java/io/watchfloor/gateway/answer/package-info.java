/** What clients are told. */
package io.watchfloor.gateway.answer;
