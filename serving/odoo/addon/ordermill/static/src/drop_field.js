/** @odoo-module **/
// Part of Ordermill for Odoo. License LGPL-3 or later; see the LICENSE file of this add-on.
// Odoo's file field with a place to drop a file on. Odoo's own drop zones have moved from version to version.

import { Component } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { BinaryField, binaryField } from "@web/views/fields/binary/binary_field";

export class DropField extends Component {
    static template = "ordermill.DropField";
    static components = { BinaryField };
    static props = { ...BinaryField.props };
    static defaultProps = { ...BinaryField.defaultProps };

    onDrop(event) {
        const file = event.dataTransfer.files[0];
        if (!file || this.props.readonly) {
            return;
        }
        const reader = new FileReader();
        reader.onload = () => {
            const changes = { [this.props.name]: reader.result.split(",")[1] };
            if (this.props.fileNameField) {
                changes[this.props.fileNameField] = file.name;
            }
            this.props.record.update(changes);
        };
        reader.readAsDataURL(file);
    }
}

registry.category("fields").add("ordermill_drop", { ...binaryField, component: DropField });
