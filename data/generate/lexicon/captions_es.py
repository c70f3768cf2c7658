"""Spanish captions."""

WORDS: dict[str, str] = {
    "order_number": "[Nº;N.º;Núm.;Número;N°;No.] [de pedido;pedido;de orden;orden de compra;OC]|Pedido [nº;núm.;N.º;"
    "número;]|Pedido de compra [nº;]|Orden de compra [nº;No.;]|Nº Pedido|Núm. ped.|OC|Ref. pedido|"
    "Referencia de pedido|Nº ped.|Pedido/Fecha|Nº de pedido de compra|P.O. Nº|Código de pedido|Su/N. pedido|"
    "Pedido compra|Número OC|ID pedido",
    "order_number@buyer": "[Nuestro;N/;Ntro.] pedido [nº;]|Nuestro nº de pedido|Número|Nº|Nº documento|Documento|"
    "Nº doc.|Documento nº|Nuestra ref. / pedido|Número interno",
    "order_number@seller": "[Su;S/] pedido [nº;]|Su número de pedido|Nº pedido cliente|Pedido cliente|Su ref. pedido|"
    "Referencia cliente|S/Ref.|Pedido del cliente|Su referencia|Nº de pedido del cliente|Ref. cliente|Según su pedido|"
    "Nº ped. cliente|N.º documento externo|Su orden de compra|S/pedido",
    "order_date": "Fecha de pedido|Fecha|Fecha pedido|Fecha del pedido|Fecha emisión|Fecha de emisión|Fecha documento|"
    "De fecha|Fecha orden|Fecha ped.|F. pedido|Fecha de la orden|Emitido el|Fecha de creación|Fecha doc.|Fecha OC",
    "order_date@seller": "Su pedido de fecha|Fecha de su pedido|Fecha pedido cliente",
    "invoice_number": "Nº de factura|Factura nº|Nº factura|Factura|Número de factura|Núm. factura|N.º factura|"
    "Factura núm.|Nº fra.|Fra. nº|Número|Nº documento|Documento|N° Factura|Factura No.|Nº|Serie / Número",
    "invoice_date": "Fecha de factura|Fecha factura|Fecha|Fecha de emisión|Fecha emisión|F. factura|Fecha expedición|"
    "Fecha fra.|Fecha documento|Fecha de expedición|Fecha de la factura|Emitida el",
    "due_date": "Fecha de vencimiento|Vencimiento|Vto.|Fecha vencimiento|Vencimientos|Fecha vto.|Fecha de pago|"
    "Pagar antes del|Vence el|Fecha límite de pago|F. vencimiento|Vcto.|Vence|Pagadero el",
    "contract_number": "Nº de contrato|Contrato nº|Contrato|Contrato marco|Nº contrato|Número de contrato|"
    "Acuerdo marco|Pedido abierto|Pedido abierto nº|Acuerdo marco nº|Ref. contrato|Expediente|Nº expediente|"
    "Núm. contrato|Contrato marco nº",
    "requested_delivery_date": "Fecha [de entrega;de entrega solicitada;de entrega requerida;entrega;"
    "de entrega prevista;solicitada]|Entrega|Plazo de entrega|Entregar el|Entregar antes del|Fecha prevista|"
    "Fecha prevista de entrega|Entrega solicitada|Fecha requerida|Fecha de recepción|Fecha recepción esperada|"
    "F. entrega|Fecha límite de entrega|Entrega para el|Fecha de necesidad|Plazo|Fecha de llegada|Fecha de servicio|"
    "Semana de entrega|Fecha ent.|Servir el|Fecha prevista recepción|Fecha deseada|Para el día",
    "currency": "Moneda|Divisa|Moneda documento|Divisa pedido|Cód. divisa|Moneda del pedido|Precios en|Importes en|"
    "Mon.|Div.|Importes expresados en",
    "payment_terms": "Condiciones de pago|Forma de pago|Términos de pago|Cond. de pago|Pago|Plazo de pago|"
    "Condiciones pago|Modo de pago|Cond. pago|Vencimientos|Condición de pago|Forma pago|Términos pago|"
    "Términos y condiciones de pago",
    "delivery_terms": "Condiciones de entrega|Incoterm|Incoterms|Cond. entrega|Portes|Términos de entrega|"
    "Forma de envío|Entrega|Incoterms 2020|Condiciones de envío|Términos de envío|Condición de entrega|Transporte|"
    "Flete|Cond. de entrega|Términos de embarque",
    "buyer.name": "Comprador|Cliente|Empresa|Razón social|Nombre|Sociedad|Nombre del cliente|Denominación social|"
    "Solicitante|Compañía|Nombre fiscal",
    "buyer.vat_id": "NIF|CIF|N.I.F.|C.I.F.|NIF/CIF|CIF/NIF|NIF-IVA|NIF comprador|CIF/VAT|N.I.F./C.I.F.|VAT|"
    "CIF cliente|NIF IVA|Nº IVA|NIF intracomunitario|NIF/VAT|Identificación fiscal|Nº ident. fiscal|"
    "CIF intracomunitario|RFC",
    "buyer.vat_id@buyer": "Nuestro CIF|Nuestro NIF",
    "buyer.vat_id@seller": "Su CIF|Su NIF|NIF cliente|CIF del cliente|S/CIF",
    "buyer.address": "Dirección|Domicilio|Dirección cliente|Domicilio social|Domicilio fiscal|Dirección fiscal|Calle|"
    "Dirección del comprador",
    "buyer.email": "E-mail|Email|Correo electrónico|Correo|e-mail|Mail|Correo-e|E-mail compras|Confirmar a|"
    "Dirección electrónica|Correo elect.",
    "buyer.customer_number": "Nº de cliente|Cliente|Código cliente|Cód. cliente|Nº cliente|Código de cliente|"
    "Número de cliente|Cliente nº|Núm. cliente|Cta. cliente|Cuenta cliente|Cód. cli.|Cuenta|N.º cliente|ID cliente",
    "buyer.customer_number@buyer": "Nuestro nº de cliente|Nuestro código de cliente|Nuestro código en su empresa|"
    "N/código cliente|Nuestra cuenta|Nuestro número de cliente",
    "buyer.customer_number@seller": "Su nº de cliente|Su código de cliente|Su número de cliente|S/código cliente|"
    "Su código|Su cuenta|Venta a-Nº cliente|Factura-a Nº cliente",
    "buyer.gln": "GLN|Código GLN|EAN|Código EAN|ILN|GLN comprador|Punto operacional|EAN comprador|Nº GLN|"
    "Cód. EAN cliente|GLN cliente",
    "seller.name": "Proveedor|Vendedor|Empresa|Razón social|Nombre del proveedor|Nombre|Suministrador|Contratista|"
    "Acreedor",
    "seller.vat_id": "NIF|CIF|N.I.F.|C.I.F.|NIF/CIF|CIF proveedor|NIF proveedor|CIF/VAT|NIF-IVA|VAT|NIF vendedor|"
    "NIF del proveedor|NIF/VAT|Identificación fiscal|CIF/NIF|Nº IVA",
    "seller.vat_id@buyer": "Su CIF|Su NIF",
    "seller.vat_id@seller": "Nuestro CIF|Nuestro NIF",
    "seller.address": "Dirección|Domicilio|Dirección proveedor|Domicilio social|Dirección del proveedor|"
    "Domicilio fiscal",
    "ship_to.name": "Destinatario|Entregar en|Lugar de entrega|Enviar a|Entregar a|Punto de entrega|Centro|Almacén|"
    "Tienda|Receptor|Destino|Consignatario|Obra",
    "ship_to.address": "Dirección de entrega|Lugar de entrega|Dirección de envío|Dirección entrega|"
    "Domicilio de entrega|Dirección|Destino|Punto de entrega|Dirección de la obra|Dirección envío|Lugar de destino|"
    "Dirección de recepción",
    "ship_to.gln": "GLN entrega|GLN punto de entrega|EAN lugar de entrega|GLN destinatario|GLN|EAN entrega|"
    "Punto de entrega EAN|GLN receptor|GLN lugar de entrega",
    "bill_to.name": "Facturar a|Factura a|Pagador|Receptor de la factura|Factura a nombre de|Cliente factura|"
    "Destinatario factura",
    "bill_to.address": "Dirección de facturación|Dirección facturación|Domicilio de facturación|Enviar factura a|"
    "Dirección factura|Dirección de envío de facturas|Dirección fiscal",
    "total_net": "Base imponible|Total neto|Subtotal|Importe neto|Total sin IVA|Neto|Importe total neto|Total bruto|"
    "Suma|Total base imponible|Base imp.|Importe sin IVA|Base Imponible|Total mercancía|Total importe|"
    "Total pedido sin IVA|Valor neto|Suma total neto|Total antes de impuestos|Base|Valor total neto|Total (sin IVA)|"
    "Importe líquido sin IVA|Suma importes|Neto total|Total líneas|Total sin impuestos|Importe base|TOTAL NETO",
    "total_tax": "IVA|I.V.A.|Total IVA|Importe IVA|IVA 21%|Cuota IVA|Impuestos|Cuota|Total impuestos|IVA (21%)|"
    "Importe I.V.A.|Total I.V.A.|Cuota de IVA|Impuesto|IVA 21,00 %|IGIC|IVA total",
    "total_gross": "Total|Total pedido|Importe total|Total factura|Total con IVA|Total a pagar|TOTAL|Total general|"
    "Total EUR|Total IVA incluido|Líquido a pagar|Importe líquido|Total €|Total (IVA incl.)|Importe total con IVA|"
    "Total importe|Total del pedido|Valor total|Suma total|Total documento|Importe Total|A pagar|Total neto a pagar|"
    "Gran total|Total orden",
    "line.line_no": "Pos.|Línea|Nº|Pos|Lín.|Posición|Item|Ítem|#|Lin.|Nº línea|Nº lín.|Reng.|Ord.|Núm.|No.|Part.|"
    "Partida",
    "line.buyer_article_no": "Ref. cliente|Referencia cliente|Cód. artículo cliente|Código cliente|Ref. comprador|"
    "Artículo cliente|Su ref./cliente|Nº material cliente|Código del comprador|Ref. art. cliente",
    "line.buyer_article_no@buyer": "Referencia|Ref.|Artículo|Código|Cód. artículo|Código artículo|Código de artículo|"
    "Material|Nº artículo|Nuestra [ref.;referencia]|Nuestro código|Cód.|Producto|Nº material|Código producto|N/Ref.|"
    "Código interno|Art.|Cód. art.|Nº|Ref. interna|Código material|Referencia interna|Nº de artículo|Cód. producto|"
    "Clave",
    "line.buyer_article_no@seller": "Su referencia|Su ref.|S/Ref.|Su código|S/referencia|Su artículo|Vuestra ref.",
    "line.supplier_article_no": "Ref. proveedor|Referencia proveedor|Cód. proveedor|Código proveedor|Ref. prov.|"
    "Nº artículo proveedor|Artículo proveedor|Ref. fabricante|Cód. art. prov.|Cód. producto proveedor|Ref. vendedor|"
    "Referencia fabricante|Referencia del proveedor|Código fabricante|Nº mat. proveedor",
    "line.supplier_article_no@buyer": "Su referencia|Su ref.|S/Ref.|Su código|Vuestra ref.|S/referencia|"
    "Vuestra referencia",
    "line.supplier_article_no@seller": "Referencia|Ref.|Artículo|Código|Cód. artículo|Código artículo|Material|"
    "Nº artículo|Producto|Cód.|Nuestra ref.|Código producto|Art.|Modelo|Cód. art.|Nº|Referencia artículo",
    "line.gtin": "EAN|Código EAN|GTIN|Código de barras|EAN13|Cód. barras|EAN-13|Cód. EAN|GTIN/EAN|ISBN|EAN 13|"
    "Cód. de barras",
    "line.description": "Descripción|Concepto|Artículo|Denominación|Producto|Descripción del artículo|"
    "Descripción artículo|Detalle|Designación|Descripción del producto|Desc.|Descripción de la mercancía|Nombre|Texto|"
    "Servicio|Descripción / Concepto|Mercancía|Descripción del material|Especificaciones|Nombre del producto|"
    "DESCRIPCIÓN|Título|Material",
    "line.quantity": "Cantidad|Cant.|Ctd.|Unidades|Uds.|Cantidad pedida|Cdad.|Cant. pedida|Cant|Ctdad.|Unid.|"
    "Cantidad solicitada|CANT.|Nº uds.|Piezas|Uds|Cant. solicitada|Horas|Qty|Bultos",
    "line.unit": "Unidad|Ud.|U.M.|UM|Unid.|Unidad de medida|Und.|Ud. medida|Uni.|Unidad medida|UdM|Medida|U/M|Un.|UMP",
    "line.unit_price": "Precio|Precio unitario|P. unitario|Precio unit.|P.U.|PVP|Precio ud.|Precio neto|Precio/ud.|"
    "Precio unitario [neto;EUR;€;(€);sin IVA]|Prec. unit.|P. Unit.|Precio unidad|Coste unitario|Tarifa|Pr. unit.|"
    "P. neto|Precio €|Precio compra|Precio u.|Costo unitario|Precio por unidad|Coste unit. directo|P/U|Precio bruto|"
    "Precio lista|Prec.|Precio hora",
    "line.price_base_quantity": "Por|Precio por|Unidad precio|U.P.|Base precio|Cant. base|Por cada|UP|"
    "Unidad de precio|/|Base|Precio base cant.",
    "line.discount_percent": "Dto.|Descuento|% Dto.|Dto. %|Desc.|Dto|Desc. %|Dcto.|% Desc.|Descuento %|Dtos.|% Dto|"
    "Dto.%|DTO|Bonif.|Rebaja",
    "line.tax_rate": "IVA|IVA %|% IVA|I.V.A.|Tipo IVA|Impuesto|%IVA|Tipo|Impuestos|IVA%|Tipo impositivo|Imp.|Cod. IVA|"
    "Tasa IVA",
    "line.line_amount": "Importe|Total|Importe neto|Total línea|Precio total|Importe [total;EUR;€;(€);sin IVA;línea]|"
    "Valor|Subtotal|Importe línea|Total €|Neto|Total neto|Valor neto|Importe bruto|Monto|Suma|TOTAL|Imp. neto|"
    "Total EUR|Imp.|Valor total|Total artículo",
    "line.delivery_date": "Fecha entrega|Fecha de entrega|F. entrega|Entrega|Plazo|Fecha|Fecha ent.|F. ent.|"
    "Plazo entrega|Fecha prevista|Fecha req.|Fec. entrega|Fecha recepción|Fecha solicitada|Fecha de llegada|Semana|"
    "F. prevista|F.Entr.|Plazo de entrega|Fecha necesaria",
    "title.order": "Pedido|Pedido de compra|Orden de compra|PEDIDO|Pedido a proveedor|Pedido compra|Orden de pedido|"
    "Pedido nº|Hoja de pedido|Pedido de materiales|Pedido a proveedores|Orden de Compra|Solicitud de pedido|"
    "Pedido abierto|Pedido estándar|Nota de pedido|Orden de servicio|Pedido de servicios|Propuesta de pedido|"
    "Contrato de suministro|Pedido proveedor",
    "title.order_change": "Modificación de pedido|Cambio de pedido|Pedido modificado|Modificación del pedido|"
    "Orden de cambio|Rectificación de pedido|Modificación de la orden de compra|Anexo al pedido|Pedido - modificación",
    "title.order_response": "Confirmación de pedido|Confirmación de orden|Acuse de recibo de pedido|"
    "Aceptación de pedido|Pedido de venta|Confirmación|Confirmación de su pedido|Aceptación del pedido|Acuse de pedido",
    "title.quotation": "Presupuesto|Oferta|Cotización|Oferta de venta|Oferta comercial|Proforma|Presupuesto nº|"
    "Propuesta comercial|Oferta nº",
    "title.invoice": "Factura|Factura de venta|FACTURA|Factura nº|Factura comercial|Factura proforma|"
    "Factura de anticipo|Factura simplificada|Minuta|Factura final|Factura electrónica|Factura ordinaria",
    "title.credit_note": "Factura rectificativa|Abono|Nota de crédito|Nota de abono|Factura de abono|Abono de venta|"
    "Abono nº|Rectificativa",
    "title.delivery_note": "Albarán|Albarán de entrega|Nota de entrega|Albarán de salida|Guía de remisión|"
    "Packing list|Albarán nº|Remito|Hoja de entrega|Carta de porte",
    "title.reminder": "Recordatorio de pago|Reclamación de pago|Aviso de pago|Requerimiento de pago|Recordatorio|"
    "Primer aviso|Aviso de vencimiento|Carta de reclamación",
    "title.letter": "Carta|Comunicado|Aviso|Circular|Nota informativa|Fax|Información|Certificado|Comunicación|"
    "Cambio de domicilio|Solicitud de información",
    "title.price_list": "Tarifa de precios|Lista de precios|Tarifa|Catálogo|Tarifa [2025;2026;2027]|"
    "Catálogo de productos|Tarifas|Tarifa general|Precios netos",
    "title.statement": "Extracto de cuenta|Estado de cuenta|Extracto|Confirmación de saldo|Saldo pendiente|"
    "Relación de facturas|Facturas pendientes|Extracto de movimientos|Resumen de cuenta",
    "party.buyer": "Comprador|Cliente|Datos del comprador|Empresa compradora|Datos del cliente|Sociedad|Adquirente|"
    "Contratante|Información del comprador|Comprador / Cliente|Datos del solicitante|Órgano de contratación|"
    "Entidad compradora|Organismo|Datos de la empresa compradora|Unidad solicitante|Entidad contratante|"
    "Nombre y dirección del comprador|Pedido por|Centro solicitante|Departamento de compras",
    "party.buyer@buyer": "De|Emisor|Solicitante|Solicitado por|Emitido por|Comprador|Nuestros datos|Pedido por|Empresa",
    "party.buyer@seller": "Cliente|A|Facturar a|Vendido a|Destinatario|Datos del cliente|Señores|Sr. cliente|"
    "Dirección cliente|Datos cliente|Facturado a|Datos de facturación del cliente|Receptor|Destinatario de la factura|"
    "Datos fiscales del cliente|Cliente / Pagador",
    "party.seller": "Proveedor|Vendedor|Datos del proveedor|Suministrador|Contratista|Datos proveedor|Acreedor|"
    "Información del proveedor|Información del vendedor|Proveedor / Vendedor|Adjudicatario|Empresa suministradora|"
    "Datos de la empresa proveedora|Nombre y dirección del proveedor|Prestador|Fabricante|Distribuidor|"
    "Empresa adjudicataria",
    "party.seller@buyer": "Proveedor|A|Para|Destinatario|Señores|Dirigido a|Pedido a|A la atención de|Enviar pedido a",
    "party.seller@seller": "De|Emisor|Vendedor|Remitente|Empresa|Nuestros datos|Expedida por|Emitido por|"
    "Emisor de la factura|Datos del emisor|Expedidor|Nuestra empresa|Datos fiscales|Facturado por|Datos de la empresa",
    "party.ship_to": "Dirección de entrega|Lugar de entrega|Enviar a|Entregar en|Dirección de envío|Entregar a|"
    "Destinatario|Entrega|Domicilio de entrega|Punto de entrega|Destino|Dirección envío|Mercancía a entregar en|"
    "Envío a|Datos de entrega|Entregar mercancía en|Lugar de envío|Consignatario|Información de entrega|"
    "Información de envío|Datos de envío|Centro de entrega|Lugar de recepción|Destino de la mercancía|"
    "Dirección de obra|Obra|Entregar la mercancía en|Almacén de destino|Dirección de suministro|Lugar de suministro|"
    "Receptor de la mercancía|Enviar la mercancía a|Entrega en",
    "party.bill_to": "Facturar a|Dirección de facturación|Factura a|Facturación|Datos de facturación|Pagador|"
    "Dirección fiscal|Enviar factura a|Datos fiscales|Factura a nombre de|Facturas a|Información de facturación|"
    "Facturar a nombre de|Datos para la factura|Domicilio de facturación|Remitir la factura a|Destinatario factura|"
    "Receptor de la factura|Emitir factura a",
    "contact": "Contacto|Persona de contacto|A la atención de|Atn.|Att.|A/A|Su contacto|Responsable|Atendido por|"
    "Comercial|Vendedor|Interlocutor|Agente|Gestor|Datos de contacto",
    "buyer_person": "Comprador|Solicitante|Solicitado por|Realizado por|Emitido por|Nuestro contacto|"
    "Persona de contacto|Creado por|Responsable de compras|Pedido por|Elaborado por|Usuario|Dpto. compras|"
    "Cód. comprador|Gestor de compras",
    "phone": "Tel.|Teléfono|Tlf.|Tfno.|Telf.|Tel|Tfn.|T.|Teléf.|Nº teléfono|Tlfno.",
    "mobile": "Móvil|Móv.|Tel. móvil|Celular|M.|Teléfono móvil",
    "fax": "Fax|Nº fax|Fax.|F.|Telefax",
    "email": "E-mail|Email|Correo electrónico|Correo|e-mail|Mail|E|Correo-e",
    "web": "Web|www|Página web|Sitio web|Internet|Web site",
    "bank": "Banco|Entidad|Entidad bancaria|Datos bancarios|Domiciliación|Caja|Nombre del banco|Banco / Caja",
    "iban": "IBAN|Nº IBAN|Código IBAN|Cuenta IBAN|Cta. IBAN|IBAN nº",
    "bic": "BIC|SWIFT|BIC/SWIFT|Código SWIFT|Código BIC|SWIFT/BIC",
    "page": "Página|Pág.|Hoja|Pag.|Página nº|Pág|Nº pág.",
    "of": "de|/|sobre|a",
    "carry_over": "Suma y sigue|Total página|Continúa|Sigue|Continúa en la página siguiente|Subtotal página|"
    "Sigue en página siguiente|A trasladar",
    "carried_forward": "Suma anterior|Suma de la página anterior|Viene de página anterior|Saldo anterior|Suma y viene|"
    "Viene de la anterior",
    "subtotal": "Subtotal|Suma parcial|Total parcial|Sub-total|Total capítulo|Suma|Total grupo|Total sección|"
    "Subtotal líneas|Total partidas",
    "freight": "Portes|Transporte|Gastos de envío|Flete|Gastos de transporte|Envío|Gastos envío|Porte|"
    "Coste de transporte|Portes pagados|Gastos de portes|Mensajería|Coste de envío",
    "packaging": "Embalaje|Gastos de embalaje|Palet|Embalajes|Pallet europeo|Envases|Palets|Embalaje especial",
    "insurance": "Seguro|Seguro de transporte|Gastos de seguro|Seguro mercancía",
    "surcharge": "Recargo|Suplemento|Recargo por pedido mínimo|Gastos de gestión|Recargo de combustible|Ecotasa|"
    "Ecoraee|RAEE|Recargo energético|Gastos administrativos|Gastos de manipulación|Recargo de equivalencia|"
    "Otros gastos|Recargo por urgencia|Gastos varios|Punto verde|Coste de utillaje|Corte a medida|"
    "Suplemento transporte",
    "deposit": "Depósito|Anticipo|Fianza|Depósito palets|Depósito envases|Señal|Entrega a cuenta|Envases retornables",
    "discount": "Descuento|Dto.|Descuento comercial|Rappel|Bonificación|Dto. pronto pago|Descuento pronto pago|"
    "Dto. especial|Descuento por volumen|Descuento global|Dto. cliente|Rebaja|Descuento pedido",
    "rounding": "Redondeo|Diferencia por redondeo|Ajuste por redondeo|Ajuste|Dif. redondeo",
    "your_reference": "Su referencia|S/Ref.|Su ref.|Su escrito de|Vuestra referencia|Referencia|S/referencia|"
    "Vuestra ref.|Su comunicación",
    "our_reference": "Nuestra referencia|N/Ref.|Nuestra ref.|Referencia|Ref.|Ref. interna|N/referencia|Ntra. ref.|"
    "Nº de referencia|Expte.",
    "project": "Proyecto|Obra|Nº proyecto|Nº de obra|Expediente|Cód. proyecto|Asunto|Nombre del proyecto|Ref. obra|"
    "Cód. obra|Proyecto/Obra|Objeto|Trabajo nº",
    "cost_center": "Centro de coste|Centro de coste nº|C. coste|CECO|Centro coste|Imputación|Centro de costes|"
    "Cuenta contable|Partida presupuestaria|Cto. coste",
    "requisition": "Solicitud de compra|Solicitud|Nº solicitud|Solicitud nº|Requisición|Sol. pedido|Solped|"
    "Petición de compra|Nº petición|Petición de oferta",
    "quote_number": "Oferta|Nº oferta|Su oferta|Presupuesto nº|Su oferta nº|Oferta nº|Su presupuesto|"
    "Nº de presupuesto|Cotización|Según oferta|Nº presupuesto|Según su oferta|Cotización nº|Ref. oferta|Nuestra oferta",
    "sales_order_number": "Pedido de venta|Nuestro pedido|Nº pedido de venta|N/pedido|Confirmación nº|Nº confirmación|"
    "Nº de orden|Pedido venta nº|Nuestro nº de pedido|Orden de venta|Nº expediente",
    "delivery_note_number": "Albarán|Nº albarán|Albarán nº|Nº de albarán|Núm. albarán|Nota de entrega nº|Nº envío|"
    "Nº expedición|Nº entrega|Nº de seguimiento|Alb. nº",
    "price_list_date": "Tarifa de|Tarifa|Lista de precios de|Precios a fecha|Tarifa vigente desde|Fecha tarifa",
    "print_date": "Fecha de impresión|Impreso el|Fecha impresión|Impreso|Fecha y hora de impresión|Emitido|"
    "Fecha listado",
    "valid_until": "Válido hasta|Validez|Fecha de validez|Oferta válida hasta|Vigencia|Válida hasta|"
    "Validez de la oferta|Fecha de caducidad|Fecha límite|Plazo de validez|Vigente hasta",
    "shipping_date": "Fecha de envío|Fecha envío|Fecha de expedición|Enviado el|Fecha de salida|Fecha de carga|"
    "Fecha operación|Fecha de servicio|Fecha albarán|Fecha de embarque|Fecha despacho",
    "confirmation_date": "Fecha de confirmación|Confirmado el|Confirmar antes del|Fecha confirmación|Confirmado|"
    "Rogamos confirmen antes del",
    "order_time": "Hora|Hora pedido|Hora de impresión|h.|Hora emisión",
    "ship_via": "Forma de envío|Transportista|Agencia|Vía de envío|Medio de transporte|Transporte|Enviar por|"
    "Agencia de transporte|Método de envío|Modo de envío|Envío por|Tipo de transporte",
    "incoterm_word": "Incoterm|Incoterms|Incoterms 2020|según Incoterms 2020|INCOTERMS|Incoterms® 2010",
    "department": "Departamento|Dpto.|Depto.|Sección|División|Área|Servicio|Dpto. de compras|Unidad|Delegación",
    "approved_by": "Aprobado por|Autorizado por|Autorizado|Visto bueno|Vº Bº|Conforme|Revisado por|Aprobación|"
    "Conformado por",
    "signature": "Firma|Firma y sello|Sello y firma|Firma autorizada|Fdo.|Conforme cliente|Firma proveedor|"
    "Firma del responsable|Recibí|Nombre y firma|Firmado",
    "tax_number": "NIF|CIF|Nº identificación fiscal|DNI/NIF|Id. fiscal|RUC|Nº fiscal",
    "register": "Registro Mercantil|Reg. Merc.|R.M.|Inscrita en el Registro Mercantil|Reg. Mercantil|Tomo|Inscripción",
    "capital": "Capital social|Capital|Capital suscrito|Cap. soc.|Capital Social",
    "managing_director": "Administrador|Director general|Gerente|Administrador único|Presidente|Director|Dirección|"
    "Apoderado|Consejero delegado",
    "supplier_number": "Nº de proveedor|Proveedor|Código proveedor|Cód. proveedor|Nº proveedor|Proveedor nº|"
    "Número de proveedor|Su nº de proveedor|Cód. prov.|Acreedor|Su código de proveedor|Cuenta proveedor|"
    "Compra a-Nº proveedor",
    "gln": "GLN|Código GLN|Punto operacional|EAN|ILN|Nº GLN",
    "seller_gln": "GLN proveedor|GLN vendedor|EAN proveedor|Código GLN proveedor|EAN vendedor|ILN proveedor",
    "weight": "Peso|Peso bruto|Peso (kg)|Peso total|Peso kg|Kgs.|Kg|P. bruto|Peso bruto total",
    "net_weight": "Peso neto|Peso neto (kg)|P. neto|Peso neto kg|Kg netos|Peso unitario",
    "volume": "Volumen|Vol.|Volumen (m3)|Volumen m³|Vol. total|Cubicaje",
    "packages": "Bultos|Nº bultos|Palets|Nº de bultos|Cajas|Número de bultos|Nº palets|Total bultos|Paquetes",
    "customs_code": "Código arancelario|Partida arancelaria|Código TARIC|Arancel|Código HS|Cód. arancelario|TARIC|"
    "Posición estadística|Cód. Intrastat|Código NC|Partida estadística",
    "country_of_origin": "País de origen|Origen|País origen|Procedencia|País de procedencia|País|Fabricado en",
    "drawing": "Plano|Nº plano|Plano nº|Según plano|Nº de plano|Dibujo|Ref. plano|S/plano",
    "revision": "Revisión|Rev.|Versión|Edición|Índice|Rev|Ed.|Ver.|Modif.",
    "batch": "Lote|Nº lote|Nº de lote|Lote nº|Partida|Colada|Núm. lote|Nº colada",
    "serial": "Nº de serie|Nº serie|S/N|Número de serie|N/S|Núm. serie|SN",
    "warehouse": "Almacén|Alm.|Centro|Almacén destino|Delegación|Depósito|Cód. almacén|Planta|Tienda",
    "stock_location": "Ubicación|Ubic.|Estantería|Hueco|Localización|Pasillo|Cód. ubicación",
    "item_count": "Número de líneas|Nº de líneas|Nº líneas|Líneas|Total líneas|Nº artículos|Número de artículos|"
    "Nº de posiciones|Total posiciones|Nº de ítems|Total artículos",
    "total_quantity": "Cantidad total|Total unidades|Total uds.|Cant. total|Total cantidad|Unidades totales|"
    "Total piezas",
    "amount_in_words": "Importe en letra|Son|En letras|Importe en letras|Cantidad en letra|Asciende a la cantidad de",
    "tax_base": "Base imponible|Base|Importe neto|Base imp.|B. imponible|Neto|Base IVA|Bases imponibles",
    "tax_table": "Desglose de IVA|Detalle IVA|Desglose impuestos|Resumen IVA|Resumen de impuestos|Desglose del IVA|"
    "Cuadro de IVA",
    "tax_rate": "% IVA|Tipo|IVA %|Tipo IVA|%|Tipo %|% I.V.A.|Tasa",
    "tax_amount": "Cuota|Cuota IVA|Importe IVA|IVA|Imp. IVA|Importe|Cuota de IVA|Impuesto",
    "sum_of_discounts": "Total descuentos|Descuentos|Total dto.|Suma descuentos|Importe descuentos|"
    "Total bonificaciones|Descuento total|Imp. dto.",
    "prepaid": "Anticipo|Pagado|A cuenta|Entregado a cuenta|Importe pagado|Ya pagado|Pagos a cuenta|Anticipos",
    "amount_due": "Total a pagar|Importe pendiente|Pendiente de pago|Importe a pagar|A pagar|Saldo|Pendiente|"
    "Líquido a percibir|Resto a pagar|Importe debido",
    "notes": "Observaciones|Notas|Comentarios|Nota|Obs.|Instrucciones|Información adicional|Texto|Observación|"
    "Notas adicionales|Anotaciones|Instrucciones de entrega|Comentario",
    "terms_title": "Condiciones generales|Condiciones generales de compra|Condiciones de compra|"
    "Términos y condiciones|Condiciones generales de venta|Condiciones particulares|Condiciones del pedido|"
    "Condiciones generales de contratación|CGC",
    "document_status": "Estado|Tipo|Tipo de pedido|Clase de documento|Copia|Original|Estado del pedido|Clase pedido|"
    "Tipo doc.",
    "account_number": "Nº de cuenta|Cuenta|C.C.C.|Nº cuenta|Cuenta bancaria|Cta.|Cta. bancaria|Cuenta corriente|CCC",
    "payment_method": "Forma de pago|Medio de pago|Método de pago|Modo de pago|Tipo de pago|Vía de pago|F. pago|"
    "Pago mediante",
    "place": "Lugar|Lugar y fecha|Población|En|Localidad|Lugar de emisión|Ciudad",
    "part.name": "Nombre|Razón social|Empresa|Nombre o razón social|Denominación|Nombre de la empresa|Entidad|"
    "Nombre fiscal",
    "part.street": "Calle|Dirección|Domicilio|Calle y nº|Vía|Dirección 1|Domicilio fiscal",
    "part.postcode": "C.P.|CP|Código postal|Cód. postal",
    "part.city": "Ciudad|Población|Localidad|Municipio",
    "part.country": "País|Código país|Nación",
    "part.place_line": "C.P. y población|CP/Población|Población|C.P. - Localidad|CP Ciudad",
    "part.number": "Número|Nº|Código|ID|Identificador|Cód.|Ref.",
    "part.global_id": "GLN|Código GLN|Identificador global|ILN",
    "part.address2": "Dirección 2|Complemento|Departamento|Piso|Edificio",
    "part.state": "Provincia|Región|Comunidad|Estado",
    "part.trading_name": "Nombre comercial|Marca|Rótulo",
    "part.legal_id": "Identificador legal|Nº de registro|Reg. mercantil",
    "part.e_address": "Dirección electrónica|ID Peppol|Buzón electrónico",
    "period_start": "Periodo desde|Inicio del periodo|Fecha de inicio|Vigente desde|Desde",
    "period_end": "Periodo hasta|Fin del periodo|Fecha de fin|Vigente hasta|Hasta",
    "tender": "Nº licitación|Expediente licitación|Lote|Concurso|Ref. licitación",
    "previous_document": "Factura original|Documento relacionado|Factura rectificada|Sustituye a|Documento anterior",
    "object_ref": "ID documento|ID objeto|Ref. sistema|Catálogo|ID transacción",
    "org_unit": "Centro|Sociedad|Grupo de compras|Organización de compras|Sucursal|Delegación",
}
