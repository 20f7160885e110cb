"""What happens to accounts: one function per verb."""

from beenthere.people.actions.account import change_account as change_account
from beenthere.people.actions.account import change_passphrase as change_passphrase
from beenthere.people.actions.account import set_place as set_place
from beenthere.people.actions.cards import make_new_card as make_new_card
from beenthere.people.actions.cards import put_card_away as put_card_away
from beenthere.people.actions.cards import recover as recover
from beenthere.people.actions.erasing import erase as erase
from beenthere.people.actions.joining import Joined as Joined
from beenthere.people.actions.joining import join as join
from beenthere.people.actions.letters import put_letter_away as put_letter_away
from beenthere.people.actions.letters import settle_letters as settle_letters
from beenthere.people.actions.letters import write_letter as write_letter
from beenthere.people.actions.rights import note_download as note_download
from beenthere.people.actions.rights import stop_all_sharing as stop_all_sharing
from beenthere.people.actions.rights import stop_sharing as stop_sharing
from beenthere.people.actions.rights import unblock as unblock
from beenthere.people.actions.slowing import forgive_try as forgive_try
from beenthere.people.actions.slowing import try_once as try_once
from beenthere.people.actions.trust import WayBack as WayBack
from beenthere.people.actions.trust import ask_to_be_trusted as ask_to_be_trusted
from beenthere.people.actions.trust import begin_return as begin_return
from beenthere.people.actions.trust import confirm_return as confirm_return
from beenthere.people.actions.trust import finish_return as finish_return
from beenthere.people.actions.trust import say_yes as say_yes
from beenthere.people.actions.trust import stop_returns as stop_returns
from beenthere.people.actions.trust import stop_trusting as stop_trusting
