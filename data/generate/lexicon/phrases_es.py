"""Spanish sentences."""

TEXTS: dict[str, str] = {
    "payment_terms": (
        "{days} días|{days} días fecha factura|Transferencia {days} días|Transferencia a {days} días|Pago a {days} "
        "días|Recibo domiciliado {days} días|Giro {days} días f.f.|Pagaré {days} días|Confirming {days} días|"
        "Contado|Al contado|Anticipado|Pago anticipado|Transferencia bancaria a {days} días fecha factura|{days} "
        "días F.F.|{pct}% dto. pronto pago, {days} días neto|{pct}% a la firma, resto a la entrega|A la recepción "
        "de la factura|Contra reembolso|Según contrato|Según acuerdo|{days} días neto|{days}, {days} y {days} días|"
        "Recibo bancario {days} días|Domiciliación bancaria|30% anticipo, 70% a {days} días|Tarjeta|{days} días "
        "fin de mes|Transferencia día {n}|Carta de crédito"
    ),
    "delivery_terms": (
        "Portes pagados|Portes debidos|Puesto en fábrica|Franco fábrica|Franco destino|Puesto en {city}|Portes a "
        "cargo del proveedor|Franco almacén {city}|En fábrica|Entrega en obra|Recogida en almacén|Portes incluidos|"
        "Nuestros medios|Sus medios|Transporte por cuenta del comprador|Entregado derechos pagados {city}|Portes "
        "pagados a partir de {amt} {cur}|Agencia|Recogen|PORTES PAGADOS|s/ fábrica|Entrega a domicilio"
    ),
    "comment": (
        "Entrega en [dos;tres] partes|[No se admiten;Se admiten] entregas parciales|Precios según su oferta {ref} "
        "[de fecha {date};]|Rogamos confirmen plazo|Líneas {n} a {n} para obra {ref}|Resto del pedido {ref}|Tarifa "
        "{year}|URGENTE|Certificado de material [3.1;2.2]|Según plano {dwg}|Cantidad mínima {n} uds.|Pedido "
        "anterior: {ref} de {date}|nuevo precio desde {date}|Entrega semana {week}|*** [muestra;sin cargo;sin "
        "sustitutos] ***|Color a elegir|Indicar artículo {num} en la etiqueta|Recambio para máquina {ref}|Embalar "
        "por separado|Utillaje suministrado por nosotros|Descarga muelle {n} de {time} a {time}|descuento incluido|"
        "Confirmado por teléfono el {date}|Avisar antes de entregar: {tel}|Sustituye a {num}|Complemento de {ref}|"
        "Albarán {num} de fecha {date}"
    ),
    "note": (
        "Rogamos nos devuelvan confirmación del pedido en {days} días.|Enviar las facturas únicamente por correo "
        "electrónico en PDF.|Horario de recepción: lunes a viernes de {time} a {time}.|Indiquen nuestro número de "
        "pedido en todos los documentos.|Entrega en palet europeo, altura máx. {n}0 cm.|En caso de diferencias de "
        "precio, contacten antes de la entrega.|El albarán debe indicar nuestras referencias.|Para cualquier "
        "consulta: {tel}.|No se admiten entregas parciales sin acuerdo previo.|Si no pueden cumplir la fecha "
        "{date}, avísennos inmediatamente.|Este pedido anula y sustituye al pedido {ref} de {date}.|Peso total "
        "aprox. {kg} kg.|Adjuntar fichas de seguridad.|Caducidad mínima {n} meses.|Solicitar cita previa con {n} "
        "horas, tel. {tel}.|Camión con plataforma elevadora.|Tolerancia +/- {pct} %.|Contacto en obra: {tel}|"
        "Expediente {ref}.|Partida presupuestaria {num}.|No se aceptarán facturas sin número de pedido.|El "
        "material viajará por cuenta del proveedor."
    ),
    "header_note": (
        "Rogamos indiquen nuestro número de pedido en [todos los documentos;facturas y albaranes].|Rogamos "
        "confirmen este pedido [a la mayor brevedad;en {days} días;].|Son de aplicación nuestras condiciones "
        "generales de compra.|Precios fijos hasta {date}.|Atención: no se admitirán entregas sin número de pedido.|"
        "Factura por duplicado.|Entrega en la semana {week}.|Su solicitud de {date}, nuestra referencia {ref}|"
        "Precios sin IVA."
    ),
    "legal": (
        "La mercancía es propiedad del vendedor hasta su pago total.|Inversión del sujeto pasivo.|Operación exenta "
        "de IVA según art. 25 Ley 37/1992.|El retraso en el pago devengará intereses conforme a la Ley 3/2004.|No "
        "se admiten reclamaciones pasados {days} días.|Documento generado electrónicamente, válido sin firma.|Para "
        "cualquier litigio, los tribunales del domicilio social.|Conforme al RGPD, sus datos se incorporan a "
        "nuestro fichero.|Inscrita en el Registro Mercantil.|Exento de IVA art. 20.|No se admiten devoluciones sin "
        "autorización, gastos {pct} %.|Punto Verde incluido.|Nº RII-AEE {num}|Envase ENV/{year}/{num}|Recargo de "
        "equivalencia aplicado|Empresa certificada ISO 9001"
    ),
    "terms_paragraph": (
        "El proveedor entregará la mercancía en la fecha y el lugar indicados en el pedido.|Los plazos de entrega "
        "son vinculantes.|El comprador podrá rechazar la mercancía no conforme en un plazo de {days} días.|Los "
        "precios son fijos e incluyen embalaje, seguro y transporte.|La propiedad y el riesgo se transmiten con la "
        "entrega en destino.|La garantía es de {n} meses desde la [entrega;recepción].|En caso de retraso se "
        "aplicará una penalización del {pct} % del importe del pedido por [día;semana], con un máximo del {pct} %.|"
        "Las facturas deberán indicar el número de pedido, las referencias y el tipo de IVA.|El pago se efectuará "
        "a {days} días de la recepción de la factura.|El proveedor no podrá ceder ni subcontratar el pedido sin "
        "consentimiento escrito.|Los planos, útiles y documentos son propiedad del comprador.|Las partes guardarán "
        "confidencialidad durante {n} años.|El proveedor dispondrá de un seguro de responsabilidad civil por un "
        "mínimo de {amt}.000 {cur}.|La fuerza mayor suspende las obligaciones y deberá notificarse en {days} días.|"
        "Se aplicará la legislación española, con exclusión de la Convención de Viena.|La nulidad de una cláusula "
        "no afectará al resto.|Cualquier modificación deberá constar por escrito.|El proveedor declara cumplir la "
        "normativa laboral y de prevención de riesgos.|Los productos sujetos a REACH y RoHS deberán estar "
        "identificados.|Las entregas anticipadas o en exceso podrán devolverse a cargo del proveedor.|La "
        "aceptación del pedido implica la aceptación de estas condiciones.|El comprador podrá resolver el pedido "
        "según la cláusula {n}.{n}.|Estas condiciones, vigentes desde {date}, sustituyen a las anteriores.|Serán "
        "competentes los juzgados del domicilio del comprador."
    ),
    "greeting": (
        "Muy señores nuestros:|Estimados señores:|Buenos días,|Estimado cliente:|Estimado proveedor:|Apreciados "
        "señores,"
    ),
    "closing": (
        "Atentamente|Saludos cordiales|Un cordial saludo|Reciban un cordial saludo|Agradecemos su confianza.|"
        "Gracias por su pedido.|Para cualquier consulta: {tel}|Quedamos a su disposición.|Sin otro particular, les "
        "saludamos atentamente."
    ),
    "item_text": (
        "Plano nº {dwg} rev. {rev}|Plano {dwg}|Código arancelario: {hs}|Partida {hs}|País de origen: {land}|según "
        "su oferta {ref} de {date}|Color: RAL {ral}|Lote nº {num}|Lote: {ref}|Nº de serie {num}|Entrega semana "
        "{week}|Peso neto: {kg} kg|Medidas: {dim} mm|Centro de coste {num}|Proyecto: {ref}|con certificado 3.1|"
        "Envase: {n} uds.|Caja de {n}|Corte a {n}00 mm|incluye kit de fijación|para máquina tipo {ref}|Posición "
        "{n} del contrato {ref}|Ref. cliente: {num}|Caducidad mín. {n} meses|sustituye a {num}|Material: {num}|"
        "Conservar a {n} °C|ADR clase {n}, UN {num}|Solicitud {num}|Periodo {date} - {date}|Revisión {rev}|Ref. "
        "fabricante {ref}|Albarán {num}|Garantía {n} meses"
    ),
    "section": (
        "Lote {n}|Grupo {n}: Accesorios|--- Recambios ---|Capítulo {n} - Electricidad|Parte A: Material|Edificio "
        "{n}|Servicios|Consumibles|1. Planta baja|Capítulo {n}: Montaje|Opciones|Entrega {n}|Proyecto {ref}|"
        "Máquina {ref}|Centro {num}|Fase {n}|Para planta {n}|Tornillería|Congelados|Semana {week}|Albarán {num} de "
        "{date}|Obra {ref}"
    ),
    "subject": (
        "Su oferta {ref}|Asunto: recambios máquina {ref}|Asunto: entrega semana {week}|Contrato marco {ref}|Obra "
        "{ref}|Ref.: su solicitud de {date}"
    ),
    "intro.order": (
        "Les rogamos nos suministren [los siguientes artículos;el siguiente material]:|De acuerdo con su oferta "
        "{ref} de fecha {date}, les pedimos:|Muy señores nuestros: adjuntamos pedido.|Por la presente les "
        "solicitamos:|Sírvanse entregarnos:"
    ),
    "intro.order_change": (
        "Rogamos modifiquen nuestro pedido {ref} de {date}:|Modificamos el pedido como sigue:|Las líneas "
        "modificadas están marcadas.|La presente modificación sustituye a las líneas anteriores."
    ),
    "intro.order_response": (
        "Agradecemos su pedido, que confirmamos a continuación:|Confirmamos su pedido de fecha {date}:|Su pedido "
        "ha sido aceptado como sigue:|Nos complace confirmarles:"
    ),
    "intro.quotation": (
        "Tenemos el gusto de ofertarles:|En respuesta a su solicitud de {date}, les ofrecemos:|Adjuntamos nuestra "
        "mejor oferta:|Según su petición {ref}, cotizamos:"
    ),
    "intro.invoice": (
        "Les facturamos los siguientes artículos:|Por las entregas según albarán {ref} de {date}:|Servicios "
        "prestados del {date} al {date}:|Importe de los trabajos realizados:"
    ),
    "intro.credit_note": (
        "Les abonamos los siguientes conceptos:|Abono de la factura {ref} de {date}:|Abono por devolución de "
        "mercancía:|Rectificación de la factura {ref}:"
    ),
}
