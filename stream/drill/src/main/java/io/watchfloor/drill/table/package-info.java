/** Tables kept as data beside the code that uses them. */
package io.watchfloor.drill.table;
