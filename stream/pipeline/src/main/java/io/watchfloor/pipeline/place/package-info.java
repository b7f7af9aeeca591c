/** The names of the district, watched in the graph and handed to whoever reads texts. */
package io.watchfloor.pipeline.place;
