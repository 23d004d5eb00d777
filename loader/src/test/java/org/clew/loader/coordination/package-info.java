@NullMarked
package org.clew.loader.coordination;

import org.jspecify.annotations.NullMarked;
