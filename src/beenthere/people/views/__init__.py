"""The screens of accounts and of everybody's rights."""

from beenthere.people.views.account import account as account
from beenthere.people.views.account import letters as letters
from beenthere.people.views.account import new_card as new_card
from beenthere.people.views.account import passphrase as passphrase
from beenthere.people.views.account import put_away as put_away
from beenthere.people.views.entering import card as card
from beenthere.people.views.entering import join as join
from beenthere.people.views.entering import recover as recover
from beenthere.people.views.entering import sign_in as sign_in
from beenthere.people.views.entering import sign_out as sign_out
from beenthere.people.views.rights import download as download
from beenthere.people.views.rights import erase as erase
from beenthere.people.views.rights import erased as erased
from beenthere.people.views.rights import sharing as sharing
from beenthere.people.views.rights import stop as stop
from beenthere.people.views.rights import stop_all as stop_all
from beenthere.people.views.rights import unblock as unblock
from beenthere.people.views.trust import ask_trusted as ask_trusted
from beenthere.people.views.trust import begin_return as begin_return
from beenthere.people.views.trust import finish_return as finish_return
from beenthere.people.views.trust import stop_returns as stop_returns
from beenthere.people.views.trust import stop_trusting as stop_trusting
from beenthere.people.views.trust import trust_code as trust_code
from beenthere.people.views.trust import trust_yes as trust_yes
from beenthere.people.views.trust import trusted as trusted
