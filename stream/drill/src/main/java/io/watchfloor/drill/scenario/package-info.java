/** What happens in a town and who reports it: a function of a seed and a clock, without any other state. */
package io.watchfloor.drill.scenario;
