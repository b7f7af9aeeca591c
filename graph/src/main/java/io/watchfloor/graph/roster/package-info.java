/**
 * A district as tables: read from a folder, a zip of CSV files or a workbook, with every fault named, and written as
 * either. Start at {@link io.watchfloor.graph.roster.DistrictFiles} for reading and {@link
 * io.watchfloor.graph.roster.DistrictTables} for writing.
 */
package io.watchfloor.graph.roster;
