/** The system under load for an hour with kills: what it holds on to, looked at again and again. */
package io.watchfloor.faults.soak;
