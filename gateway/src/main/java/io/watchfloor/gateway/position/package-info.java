/** Where people are: positions from the responder's page and from the phone programs that many people have already. */
package io.watchfloor.gateway.position;
