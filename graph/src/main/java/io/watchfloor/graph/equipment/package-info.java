/**
 * Vehicles and other equipment: what each is doing, and what people take along.
 *
 * <p>Start at {@link io.watchfloor.graph.equipment.EquipmentDesk}, where an officer says what a unit is good for;
 * {@link io.watchfloor.graph.equipment.EquipmentClaims} takes one in the transaction that sends somebody.
 */
package io.watchfloor.graph.equipment;
