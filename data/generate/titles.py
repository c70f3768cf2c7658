"""What papers call themselves, the usual ones and those that land among orders and are none."""

from __future__ import annotations

from data.generate.choose import pick
from data.generate.deal import Deal

STRAYS = {
    "inquiry": 0.3,
    "terms": 0.14,
    "cv": 0.14,
    "brochure": 0.14,
    "drawing": 0.1,
    "certificate": 0.1,
    "cover": 0.08,
}
"""Share of each among them."""

TITLES: dict[str, dict[str, str]] = {
    "inquiry": {
        "pl": "Zapytanie ofertowe|Zapytanie|Prośba o ofertę|Zapytanie o cenę",
        "en": "Request for quotation|RFQ|Inquiry|Price inquiry|Invitation to bid|Request for Quote",
        "de": "Anfrage|Preisanfrage|Angebotsanfrage|Aufforderung zur Angebotsabgabe|Angebotsanforderung",
        "fr": "Demande de prix|Demande de devis|Appel d'offres|Consultation",
        "es": "Solicitud de oferta|Petición de oferta|Solicitud de cotización|Petición de precios",
        "it": "Richiesta di offerta|Richiesta d'offerta|Richiesta preventivo|RdO",
        "nl": "Offerteaanvraag|Prijsaanvraag|Aanvraag|Verzoek om offerte",
        "cs": "Poptávka|Žádost o nabídku|Poptávka č.|Cenová poptávka",
    },
    "cv": {
        "pl": "Curriculum vitae|Życiorys|CV",
        "en": "Curriculum vitae|CV|Résumé",
        "de": "Lebenslauf|Curriculum Vitae",
        "fr": "Curriculum vitæ|CV",
        "es": "Currículum vítae|CV",
        "it": "Curriculum vitae|CV formato europeo",
        "nl": "Curriculum vitae|CV",
        "cs": "Životopis|Strukturovaný životopis",
    },
    "brochure": {
        "pl": "Newsletter|Nowości|Aktualności|Wiosenna promocja",
        "en": "Newsletter|News|Spring offers|What's new",
        "de": "Newsletter|Neuigkeiten|Aktionsangebote|Hausmitteilung",
        "fr": "Lettre d'information|Actualités|Promotions",
        "es": "Boletín|Novedades|Promociones",
        "it": "Newsletter|Novità|Promozioni",
        "nl": "Nieuwsbrief|Nieuws|Acties",
        "cs": "Zpravodaj|Novinky|Akční nabídka",
    },
    "drawing": {
        "pl": "Rysunek|Rysunek złożeniowy|Karta katalogowa",
        "en": "Drawing|Assembly drawing|Data sheet|Part drawing",
        "de": "Zeichnung|Zusammenbau|Datenblatt|Stückliste",
        "fr": "Plan|Plan d'ensemble|Fiche technique",
        "es": "Plano|Ficha técnica|Plano de conjunto",
        "it": "Disegno|Complessivo|Scheda tecnica",
        "nl": "Tekening|Samenstelling|Datablad",
        "cs": "Výkres|Sestava|Technický list",
    },
    "certificate": {
        "pl": "Świadectwo odbioru 3.1|Atest|Protokół badań",
        "en": "Inspection certificate 3.1|Test report|Certificate of analysis",
        "de": "Abnahmeprüfzeugnis 3.1|Prüfprotokoll|Analysenzertifikat",
        "fr": "Certificat 3.1|Rapport d'essai|Certificat d'analyse",
        "es": "Certificado 3.1|Informe de ensayo|Certificado de análisis",
        "it": "Certificato 3.1|Rapporto di prova",
        "nl": "Keuringsrapport 3.1|Testrapport|Analysecertificaat",
        "cs": "Inspekční certifikát 3.1|Zkušební protokol|Atest",
    },
    "cover": {
        "pl": "Faks|Strona tytułowa faksu",
        "en": "Fax|Fax cover sheet|Transmittal",
        "de": "Telefax|Fax-Deckblatt|Kurzmitteilung",
        "fr": "Télécopie|Bordereau d'envoi",
        "es": "Fax|Hoja de portada",
        "it": "Fax|Copertina fax",
        "nl": "Fax|Begeleidend schrijven",
        "cs": "Fax|Průvodní list",
    },
}
"""What such a paper calls itself; terms name themselves as on the last page of an order."""


def title(deal: Deal) -> str:
    """The title of the document, whatever its kind; the same on every call."""
    if deal.paper == "terms":
        return deal.caption("terms_title")
    if deal.paper not in TITLES:
        return deal.caption(f"title.{deal.paper}")
    if not deal.stray_title:
        deal.stray_title = pick(deal.rng, TITLES[deal.paper][deal.lang].split("|"))
    return deal.stray_title
