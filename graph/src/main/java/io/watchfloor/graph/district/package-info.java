/**
 * A district's own data, which all worlds share: its tables, their check, the import and the way back.
 *
 * <p>Start at {@link io.watchfloor.graph.district.District} for what there is, at
 * {@link io.watchfloor.graph.district.DistrictFiles} for how tables become one with every fault named, and at
 * {@link io.watchfloor.graph.district.DistrictImport} for the import.
 */
package io.watchfloor.graph.district;
