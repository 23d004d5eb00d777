@NullMarked
package org.clew.loader.observation;

import org.jspecify.annotations.NullMarked;
