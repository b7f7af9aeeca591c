/** Photos: what is taken for one, made anew from nothing but its pixels, and kept in a folder under its digest. */
package io.watchfloor.gateway.photo;
