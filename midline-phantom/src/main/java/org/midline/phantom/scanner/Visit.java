package org.midline.phantom.scanner;

import org.midline.phantom.signal.FieldStrength;

/** What the images of one study have in common. */
public record Visit(FieldStrength field, Vendor vendor, Presentation presentation) {}
