"""E-mail domains that anybody can have an address at: providers of free mail and of internet access."""

_DOMAINS = """
gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.de hotmail.fr hotmail.it hotmail.es
live.com live.co.uk live.de live.fr live.it live.nl msn.com outlook.de outlook.fr outlook.es outlook.it
yahoo.com yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.it ymail.com rocketmail.com aol.com icloud.com me.com
mac.com proton.me protonmail.com pm.me tutanota.com tuta.io gmx.de gmx.net gmx.at gmx.ch gmx.com gmx.fr web.de
freenet.de t-online.de arcor.de mail.de email.de posteo.de mailbox.org online.de vodafone.de 1und1.de
kabelmail.de wp.pl o2.pl onet.pl onet.eu op.pl poczta.onet.pl poczta.fm interia.pl interia.eu interia.com
gazeta.pl tlen.pl go2.pl vp.pl autograf.pl neostrada.pl home.pl poczta.pl orange.fr wanadoo.fr free.fr
laposte.net sfr.fr neuf.fr bbox.fr numericable.fr aliceadsl.fr club-internet.fr libero.it virgilio.it
tiscali.it alice.it tin.it inwind.it iol.it fastwebnet.it tim.it pec.it legalmail.it arubapec.it
telefonica.net terra.es movistar.es ono.com orange.es kpnmail.nl kpnplanet.nl ziggo.nl planet.nl home.nl
hetnet.nl xs4all.nl upcmail.nl zonnet.nl casema.nl telenet.be skynet.be proximus.be seznam.cz email.cz
centrum.cz atlas.cz post.cz volny.cz tiscali.cz azet.sk zoznam.sk centrum.sk bluewin.ch sunrise.ch hispeed.ch
a1.net aon.at chello.at btinternet.com btconnect.com sky.com talktalk.net virginmedia.com ntlworld.com
comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net yandex.ru yandex.com mail.ru
zoho.com mail.com fastmail.com hey.com qq.com 163.com bk.ru inbox.ru list.ru rambler.ru ukr.net
"""
FREE_MAIL = frozenset(_DOMAINS.split())
