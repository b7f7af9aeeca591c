/** The places a district has names for, as whoever reads texts needs them. */
package io.watchfloor.contract.place;
