/** The HTTP interface and the web page. */
@NullMarked
package org.clew.api.http;

import org.jspecify.annotations.NullMarked;
