/** Simulated responders: what a person does about an assignment, as a pure function of what they see and the time. */
package io.watchfloor.drill.responder;
