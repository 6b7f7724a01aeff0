/** Shape of masks: exact distances, connected parts, growing and shrinking by millimetres, holes. */
package org.midline.core.morphology;
