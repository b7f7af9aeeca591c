/**
 * Who may come in: users and their roles, keys of programs, phones.
 *
 * <p>Start at {@link io.watchfloor.graph.access.UserRegister}, {@link io.watchfloor.graph.access.KeyRegister} and
 * {@link io.watchfloor.graph.access.DeviceRegister}. Only hashes are kept, or what comes in sealed.
 */
package io.watchfloor.graph.access;
